,
    "migrations/**/*.{js,d.ts}"