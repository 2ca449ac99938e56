./page.sh landscape 's/openers: any/openers: right/'
