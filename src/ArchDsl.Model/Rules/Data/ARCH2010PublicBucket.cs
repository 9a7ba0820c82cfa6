namespace ArchDsl.Model;

/// <summary>A bucket is readable by everyone.</summary>
internal sealed class PublicBucket : Rule
{
    public override string Id => "ARCH2010";

    public override string Title => "A bucket is readable by everyone";

    public override string Message => "Everyone on the internet can read every object in {0}: Internet -> {0}. Remove PublicRead = true, and hand out presigned URLs or put a CDN in front.";

    public override string Description => "A public bucket gives away whatever is ever put into it, by anybody, for any purpose.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs =>
    [
        "S3.2", "S3.8", "AwsSolutions-S2", "NIST.800.53.R5-S3BucketLevelPublicAccessProhibited",
        "CKV_AWS_54", "CKV_AWS_56", "CKV_AWS_70", "CKV_AWS_283", "AWS-0087", "AWS-0093", "AWS-0346", "F16", "CT.S3.PR.1",
    ];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from bucket in architecture.Topology.Components.OfType<Bucket>()
        where bucket.PublicRead
        select new Finding(Id, new Place(bucket.AddressOrigin, Cure.RemoveArgument), EquatableArray.Of(architecture.NameOf(bucket.Path)), []);
}
