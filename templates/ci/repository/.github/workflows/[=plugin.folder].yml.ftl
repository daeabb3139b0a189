[#assign inputs]
      - .github/workflows/[=plugin.folder].yml
      - backstage.json
      - package.json
[#list folders as folder]
      - plugins/[=folder]/**
[/#list]
      - tsconfig.json
      - yarn.lock
[/#assign]
name: [=plugin.folder]

on:
  pull_request:
    paths:
[=inputs]  push:
    branches: [main, master]
    paths:
[=inputs]
permissions:
  contents: read

concurrency:
  group: ${{ github.workflow }}-${{ github.ref }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    strategy:
      fail-fast: false
      matrix:
        node: [22, 24]
[#if keepsResources]
    services:
[#list ['14', '18'] as version]
      postgres[=version]:
        image: postgres:[=version]
        env:
          POSTGRES_PASSWORD: postgres
        ports:
          - 54[=version]:5432
        options: >-
          --health-cmd pg_isready
          --health-interval 5s
          --health-timeout 5s
          --health-retries 12
[/#list]
    env:
[#list ['14', '18'] as version]
      BACKSTAGE_TEST_DATABASE_POSTGRES[=version]_CONNECTION_STRING: postgresql://postgres:postgres@localhost:54[=version]
[/#list]
[/#if]
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - run: corepack enable
      - uses: actions/setup-node@v5
        with:
          node-version: ${{ matrix.node }}
          cache: yarn
      - run: yarn install --immutable
      - run: yarn tsc
[#list packages as package]
      - run: yarn workspace [=package] lint
[/#list]
[#list packages as package]
      - run: yarn workspace [=package] test --coverage
[/#list]
      - uses: actions/upload-artifact@v6
        with:
          name: coverage-[=plugin.folder]-node-${{ matrix.node }}
          path: plugins/*/coverage
          if-no-files-found: error
