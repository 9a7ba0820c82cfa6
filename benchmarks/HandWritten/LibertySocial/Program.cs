using Amazon.CDK;
using HandWritten;

var app = new App(new AppProps { Outdir = args is ["--output", var directory] ? directory : null });
_ = new LibertySocialStack(app, "LibertySocial", new StackProps
{
    StackName = "liberty-social",
    Env = new Amazon.CDK.Environment { Region = "us-east-1" },
});
app.Synth();
