`POST` and `PATCH` take `title` (required to create, at most 255 characters, unique), `description` (at most 10,000 characters, or null) and `archived`; this is what comes back:

```json
{
  "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  "title": "One",
  "description": null,
  "archived": false,
  "createdBy": "user:default/guest",
  "createdAt": "2026-01-01T00:00:00.000Z",
  "updatedAt": "2026-01-01T00:00:00.000Z"
}
```

A list is `{ "items": [...], "totalItems": 1 }`.

[#if !checksPermissions]
Whoever is signed in, and every service, may read and change all [=resource.many.text].

[/#if]
