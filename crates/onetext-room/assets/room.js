// Live pages and one-key proposals. Everything works without it.
