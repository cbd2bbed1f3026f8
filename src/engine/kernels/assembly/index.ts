export { repeat, run, setTime } from './program';
