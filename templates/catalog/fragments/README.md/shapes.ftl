An entity comes from the catalog, which is asked with the credentials of the caller and decides what the caller sees; the plugin needs no permission of its own for that. What is not in the catalog is a `404`, and so is what the caller may not see. Description and owner may be null:

```json
{
  "entityRef": "component:default/example",
  "title": "Example",
  "description": "An example of a component",
  "owner": "group:default/guests"
}
```

