# 60 lists, each in the other
chapter
for i in $(seq 0 59); do printf '%*s- item%d\n' $((i * 2)) '' $i; done
