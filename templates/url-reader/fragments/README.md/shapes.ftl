A document is a text in UTF-8 of at most 1 MiB. Its `ETag`, sent back as `If-None-Match`, is answered with `304` for as long as it has not changed; where it cannot be read now, the answer is `503`, and the reason is in the log.

