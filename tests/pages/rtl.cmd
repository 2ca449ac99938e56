./page.sh rtl
