# a part with nothing but its front matter
chapter
