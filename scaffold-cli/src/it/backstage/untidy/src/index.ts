export { untidyPlugin } from './plugin';
