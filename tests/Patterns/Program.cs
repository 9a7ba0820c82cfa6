using Amazon.CDK;
using ArchDsl;
using Patterns;

return ArchDslApp.Run(args, static app => new Stack[]
{
    new T01Bad(app, "T01Bad"), new T01Good(app, "T01Good"),
    new T02Bad(app, "T02Bad"), new T02Good(app, "T02Good"),
    new T03Bad(app, "T03Bad"), new T03Good(app, "T03Good"),
    new T04Bad(app, "T04Bad"), new T04Good(app, "T04Good"),
    new T05Bad(app, "T05Bad"), new T05Good(app, "T05Good"),
    new T06Bad(app, "T06Bad"), new T06Good(app, "T06Good"),
    new T09Bad(app, "T09Bad"), new T09Good(app, "T09Good"),
    new T13Bad(app, "T13Bad"), new T13Good(app, "T13Good"),
    new T18Bad(app, "T18Bad"), new T18Good(app, "T18Good"),
    new T20Good(app, "T20Good"),
    new DeadEndBad(app, "DeadEndBad"), new DeadEndGood(app, "DeadEndGood"),
});
