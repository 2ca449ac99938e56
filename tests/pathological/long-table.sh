# a table of 2,000 rows
chapter
printf ': Rows {#tbl-rows}\n| Number | Name | Note |\n|--:|---|---|\n'
for i in $(seq 2000); do echo "| $i | row$i | words in row $i |"; done
