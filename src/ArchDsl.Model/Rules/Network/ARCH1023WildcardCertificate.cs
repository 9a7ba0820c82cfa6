namespace ArchDsl.Model;

/// <summary>A certificate is for every name below a domain.</summary>
internal sealed class WildcardCertificate : Rule
{
    public override string Id => "ARCH1023";

    public override string Title => "A certificate for a wildcard";

    public override string Message => "{0} is for {1}, every name below the domain: whoever gets hold of one host speaks for all of them. Name the hosts that it serves.";

    public override string Description => "A certificate that names its hosts is worth nothing on another one; with a wildcard, one broken host or one forgotten record stands for the whole domain.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs => ["CKV2_AWS_71", "CT.ACM.PR.1"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from certificate in architecture.Topology.Components.OfType<Certificate>()
        let wildcards = certificate.AlternativeNames.Prepend(certificate.DomainName).Where(static name => name.StartsWith("*.", StringComparison.Ordinal)).ToList()
        where wildcards.Count > 0
        select At(
            certificate.OriginOf(certificate.DomainName == wildcards[0] ? nameof(CertificateAttribute.DomainName) : nameof(CertificateAttribute.AlternativeNames)),
            architecture.NameOf(certificate.Path),
            string.Join(" and ", wildcards));
}
