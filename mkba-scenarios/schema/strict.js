const Ajv = require('ajv/dist/2020');
const schema = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
new Ajv({strict: true}).compile(schema);
console.log('The schema compiles in strict mode.');
