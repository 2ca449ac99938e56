# emphasis, brackets and quotes that never end
chapter
for i in $(seq 3000); do printf '**a_[ ![" `'; done; echo; echo end
