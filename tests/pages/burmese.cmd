./page.sh script-my
