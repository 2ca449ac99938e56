./page.sh spanning
