namespace ArchDsl.Model;

/// <summary>Logs are deleted within a year.</summary>
internal sealed class ShortLogRetention : Rule
{
    public override string Id => "ARCH4040";

    public override string Title => "Logs are kept for less than a year";

    public override string Message => "The logs of {0} are deleted after {1} days: an attack that is found later has left no trace. Remove RetentionDays = {1} to keep them for a year.";

    public override string Description => "Break-ins are often found after months; what was logged at the time is then all there is to find out what happened.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs => ["NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod", "CKV_AWS_338", "W86", "CT.CLOUDWATCH.PR.2"];

    private const int OneYear = 365;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from service in architecture.Topology.Components.OfType<FargateService>()
        where service.LogRetentionDays < OneYear
        select new Finding(Id, new Place(service.LogRetentionOrigin, Cure.RemoveArgument), EquatableArray.Of(architecture.NameOf(service.Path), $"{service.LogRetentionDays}"), []);
}
