using System;
using System.Collections.Generic;
using System.Linq;
using ArchDsl;
using ArchDsl.Model;

namespace Acme.ArchRules;

/// <summary>In Acme's accounts a service control policy lets nobody make a bucket without Acme's prefix.</summary>
public sealed class BucketHasPrefix : Rule
{
    private const string Prefix = "acme-";

    public override string Id => "ACME0001";

    public override string Title => "A bucket has no Acme prefix";

    public override string Message => "{0} needs a name that begins with '" + Prefix + "': our accounts refuse other buckets. Write [S3(\"" + Prefix + "...\")].";

    public override string Description => "The service control policy OnlyAcmeBuckets denies s3:CreateBucket for other names.";

    public override string HelpLink => "https://wiki.acme.example/cloud/buckets";

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from bucket in architecture.Topology.Components.OfType<Bucket>()
        where bucket.Name is null || !bucket.Name.StartsWith(Prefix, StringComparison.Ordinal)
        select At(bucket.OriginOf(nameof(S3Attribute.Name)), architecture.NameOf(bucket.Path));
}
