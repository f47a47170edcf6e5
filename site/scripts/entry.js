// What site.js takes from npm for its search, as one global.
import MiniSearch from 'minisearch';

globalThis.MiniSearch = MiniSearch;
