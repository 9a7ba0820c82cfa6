namespace ArchDsl.Model;

/// <summary>Pages of every origin may write to a bucket.</summary>
internal sealed class OpenCors : Rule
{
    public override string Id => "ARCH2013";

    public override string Title => "Every web page may write to a bucket";

    public override string Message => "{0} lets pages of every origin send {1}: whatever site a user visits may write with what the user's browser knows. Name your own sites in Origins.";

    public override string Description => "The list of origins is what keeps the script of a stranger's page from using an address or a cookie that a user's browser holds; with a star it keeps out nobody.";

    public override Severity Severity => Severity.Warning;

    private static readonly string[] Writing = ["PUT", "POST", "DELETE"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from bucket in architecture.Topology.Components.OfType<Bucket>()
        from cors in bucket.Cors
        where cors.Origins.Any(IsEveryOrigin)
        let methods = Writing.Where(cors.Methods.Contains).ToList()
        where methods.Count > 0
        select At(cors.Origin, architecture.NameOf(bucket.Path), string.Join(", ", methods));

    // A star may stand within an origin too: https://* is every site.
    private static bool IsEveryOrigin(string origin) => origin is "*" or "http://*" or "https://*";
}
