namespace ArchDsl
{
    /// <summary>A TLS certificate of AWS Certificate Manager, validated by DNS in the nearest <see cref="HostedZoneAttribute"/> of its domain.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class CertificateAttribute : ArchDslAttribute
    {
        /// <summary>A certificate.</summary>
        /// <param name="domainName">The domain, for example <c>*.example.com</c>; 64 characters at most (<see href="https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html">AWS</see>).</param>
        public CertificateAttribute(string domainName) => DomainName = domainName;

        /// <summary>The domain.</summary>
        public string DomainName { get; }

        /// <summary>
        /// Further domains that the certificate is good for, of the same hosted zone; 253 characters at most
        /// (<see href="https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html">AWS</see>). Default: none.
        /// </summary>
        public string[] AlternativeNames { get; set; } = [];
    }
}

namespace ArchDsl.Model
{
    /// <summary>A TLS certificate.</summary>
    public sealed record Certificate : Component
    {
        /// <summary>The domain.</summary>
        public required string DomainName { get; init; }

        /// <summary>Further domains.</summary>
        public required EquatableArray<string> AlternativeNames { get; init; }

        /// <summary>The class of the hosted zone that validates it; null where people do.</summary>
        public required NodePath? HostedZone { get; init; }

        /// <inheritdoc/>
        public override string KindName => "certificate";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.Other;
    }

    /// <summary>AWS Certificate Manager.</summary>
    internal sealed class CertificateKind : Kind<CertificateAttribute, Certificate>
    {
        public override bool Networked => false;

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Arn];

        protected override Certificate Lower(Written<CertificateAttribute> written, ComponentContext context)
        {
            string[] others = written.Attribute.AlternativeNames;
            NodePath? zone = context.HostedZone(written.Attribute.DomainName);
            for (int i = 0; i < others.Length; i++)
            {
                // The zone that validates the first domain is asked to validate all of them.
                if (zone is not null && context.HostedZone(others[i]) != zone)
                {
                    string argument = nameof(CertificateAttribute.AlternativeNames);
                    context.Refuse(written.At(argument).At($"{argument}[{i}]"), others[i], $"it lies outside the [HostedZone] of {written.Attribute.DomainName}, which validates the certificate; give it a certificate of its own");
                }
            }

            return new Certificate
            {
                Path = context.Node.Path,
                Origin = written.Origin,
                Placement = null,
                Hooked = context.Hooked,
                Removal = Removal.Destroy,
                DomainName = written.Attribute.DomainName,
                AlternativeNames = others.ToEquatableArray(),
                HostedZone = zone,
            };
        }

        protected override void Emit(Certificate c, CdkScope cdk) => cdk.Property(
            "Certificate",
            "AWS.CertificateManager.Certificate",
            new Props("AWS.CertificateManager.CertificateProps")
            {
                { "DomainName", CdkValue.Literal(c.DomainName) },
                { "SubjectAlternativeNames", c.AlternativeNames.Count == 0 ? null : CdkValue.List("string", c.AlternativeNames.Select(CdkValue.Literal)) },
                { "Validation", c.HostedZone is { } zone
                    ? CdkValue.Call(Cdk.Type("AWS.CertificateManager.CertificateValidation.FromDns"), CdkValue.Code(cdk.Member(zone, "HostedZone")))
                    : CdkValue.Call(Cdk.Type("AWS.CertificateManager.CertificateValidation.FromDns"))
                },
            },
            "The certificate.");

        protected override CdkValue? Value(Certificate c, Value value, CdkScope cdk) =>
            value == ArchDsl.Value.Arn ? CdkValue.Code(cdk.Member(c.Path, "Certificate") + ".CertificateArn") : null;

        // Public certificates are free: https://aws.amazon.com/certificate-manager/pricing/
        protected override IEnumerable<Usage> Usages(Certificate c, ArchitectureTopology topology) => [];

        protected override string Describe(Certificate c) => $"certificate for {c.DomainName}, {(c.HostedZone is null ? "validated by people" : "validated by DNS")}";
    }
}
