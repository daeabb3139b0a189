
The workflow `.github/workflows/[=plugin.folder].yml` checks types, lints and runs the tests[#if keepsResources] on SQLite and on PostgreSQL 14 and 18[/#if], with Node.js 22 and 24, for each pull request that touches the plugin. It keeps the coverage with the run.
