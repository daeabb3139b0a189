`POST` and `PATCH` take `title` (required to create, at most 255 characters, unique), `description` and `archived`; this is what comes back:

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

