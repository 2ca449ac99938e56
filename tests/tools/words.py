#!/usr/bin/env python3
"""words.py PART.md FILE.pdf - the words of the source that the PDF lacks.

The text is read in the order of the tags; where lines end is no matter."""
import re
import subprocess
import sys

source = open(sys.argv[1], encoding='utf-8').read()
check = subprocess.run(['qpdf', '--check', sys.argv[2]], capture_output=True)
if check.returncode:
    print('qpdf:', check.stdout.decode()[-300:])
out = subprocess.run(['pdftotext', '-raw', sys.argv[2], '-'],
                     capture_output=True).stdout.decode()
text = re.sub(r'[\s\u00ad\u200b]', '', out)
words = re.findall(
    r'\b(?:w|word|note|long|item|row|r\d+c|box|head|ref|p|Before)\d+', source)
if re.search(r'(w\d{4}){10}', source):
    words = re.findall(r'w\d{4}', source)
lost = [w for w in dict.fromkeys(words) if w not in text]
if lost:
    print(f'{len(lost)} of {len(words)} words are lost: {lost[:5]}')
