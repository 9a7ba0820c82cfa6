namespace ArchDsl.Model;

/// <summary>Nobody can tell who read a bucket.</summary>
internal sealed class BucketWithoutAccessLogs : Rule
{
    public override string Id => "ARCH2011";

    public override string Title => "A bucket without access logs";

    public override string Message => "{0} keeps no log of its requests: after a leak nobody can tell who read what. Add [AccessLogs<T>] with a bucket that takes the logs.";

    public override string Description => "Without a log of its requests there is no finding out which objects an intruder read, and none to tell from when.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs =>
        ["S3.9", "AwsSolutions-S1", "NIST.800.53.R5-S3BucketLoggingEnabled", "CKV_AWS_18", "AWS-0089", "W35", "CT.S3.PR.2"];

    // A bucket that takes logs is not asked for a log of its own: it would need another one, and so on without end.
    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from bucket in architecture.Topology.Components.OfType<Bucket>()
        where architecture.Topology.AccessLogsOf(bucket.Path) is null && !architecture.Topology.TakesAccessLogs(bucket.Path)
        select At(bucket.Origin, architecture.NameOf(bucket.Path));
}
