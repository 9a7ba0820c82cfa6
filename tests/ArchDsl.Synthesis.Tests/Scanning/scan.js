// Runs the pack AwsSolutions of cdk-nag on a template, and writes a line of JSON for each finding.
const fs = require('fs');
const os = require('os');
const path = require('path');
const cdk = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { AwsSolutionsChecks } = require('cdk-nag');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'archdsl-scan-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

// What the CDK adds to every template clashes with what it adds to this one.
const template = JSON.parse(fs.readFileSync(process.argv[2]));
delete template.Rules;
delete template.Parameters?.BootstrapVersion;
const templateFile = path.join(folder, 'template.json');
fs.writeFileSync(templateFile, JSON.stringify(template));

const app = new cdk.App({ outdir: path.join(folder, 'cdk.out') });
const stack = new cdk.Stack(app, 'Scanned');
new CfnInclude(stack, 'Template', { templateFile });
cdk.Aspects.of(app).add(new AwsSolutionsChecks());
for (const message of app.synth().getStackByName('Scanned').messages) {
  const text = String(message.entry.data);
  console.log(JSON.stringify({ rule: text.slice(0, text.indexOf(':')).replace(/\[.*/, ''), detail: text.split('\n')[0], resource: message.id.split('/').pop() }));
}
