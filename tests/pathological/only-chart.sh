# a part with only a chart
printf -- '---\nlayout: plain\n---\n``` chart\nuse: deaths\nid: fig-alone\n```\n'
