
Documents are read from the hosts of `integrations` and from those that are listed in the app's configuration:

```yaml
backend:
  reading:
    allow:
      - host: docs.example.com
        paths: ['/public/']
```

They are read with the tokens of the integrations, whoever asks: the permission `[=plugin.id].remote-document.read` lets a caller read whatever those tokens may.
