# long text without spaces in scripts that do without them
chapter
for i in $(seq 300); do printf 'ประเทศไทย'; done; echo; echo
for i in $(seq 300); do printf 'កម្ពុជា'; done; echo; echo
for i in $(seq 300); do printf 'ລາວ'; done; echo; echo
for i in $(seq 300); do printf 'မြန်မာ'; done; echo; echo
for i in $(seq 200); do printf 'سلام '; done; echo
