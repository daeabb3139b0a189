The kinds come from the catalog's backend, which is called with a token on behalf of the caller and decides what is counted; the plugin needs no permission of its own for that. Where the catalog does not answer as it should, as when the plugin runs alone, that is a `503`, with the reason in the log.

```json
{ "items": [{ "kind": "Component", "count": 3 }] }
```

