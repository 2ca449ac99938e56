# XMP and Info say the same, also where a text has what XML cannot hold
. ../ws.sh
sed -i -e 's/^meta: .*/meta: {author: "A \& <B>", subject: "So\\u0007und",/' \
	templates/brief/report.yaml
echo '  keywords: "one\tkey, \uFFFEtwo"}' >>templates/brief/report.yaml
build
pdfinfo out/brief-AAA-2026.pdf | grep -E '^(Title|Subject|Keywords|Author)'
pdfinfo -meta out/brief-AAA-2026.pdf |
	grep -E 'dc:|pdf:Keywords|pdf.*:(part|conformance)>'
