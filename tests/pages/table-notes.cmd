./page.sh table-notes 's/from_tables: page /from_tables: table /'
