namespace ArchDsl.Model;

/// <summary>What is overwritten or deleted in a bucket is gone.</summary>
internal sealed class BucketNotVersioned : Rule
{
    public override string Id => "ARCH2012";

    public override string Title => "A bucket keeps no versions";

    public override string Message => "{0} keeps no older versions of its objects: what is overwritten or deleted is gone. Remove Versioned = false.";

    public override string Description => "With versions, a mistake, a bug or an extortionist that overwrites or deletes objects does no harm that cannot be undone.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["NIST.800.53.R5-S3BucketVersioningEnabled", "CKV_AWS_21", "AWS-0090", "CT.S3.PR.11"];

    // A log is written once, and its folder is long.
    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from bucket in architecture.Topology.Components.OfType<Bucket>()
        where !bucket.Versioned && !architecture.Topology.TakesAccessLogs(bucket.Path)
        select new Finding(Id, new Place(bucket.OriginOf(nameof(S3Attribute.Versioned)), Cure.RemoveArgument), EquatableArray.Of(architecture.NameOf(bucket.Path)), []);
}
