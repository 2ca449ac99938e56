# 60 quotations and 30 divs, each in the other
chapter
for i in $(seq 60); do printf '> '; done; echo quoted; echo
for i in $(seq 30); do echo '::: {.case title="T"}'; done
echo inside
for i in $(seq 30); do echo ':::'; done
