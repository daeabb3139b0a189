export { [=plugin.code]Plugin as default } from './plugin';
