export { [=plugin.camel]Plugin as default } from './plugin';
