# a paragraph of 5,000 words without a space
chapter
printf 'w%04d' $(seq 5000); echo
