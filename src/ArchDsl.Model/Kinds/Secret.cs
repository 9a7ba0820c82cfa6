namespace ArchDsl
{
    /// <summary>A secret in AWS Secrets Manager.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class SecretAttribute : ArchDslAttribute
    {
        /// <summary>A secret that CloudFormation names.</summary>
        public SecretAttribute()
        {
        }

        /// <summary>A secret with a name of its own.</summary>
        /// <param name="name">
        /// 1 to 512 letters, digits and <c>/_+=.@-</c>
        /// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html">AWS</see>); the pseudo parameters
        /// are filled in.
        /// </param>
        public SecretAttribute(string name) => Name = name;

        /// <summary>The secret's name. Default: CloudFormation chooses one.</summary>
        public string? Name { get; }

        /// <summary>
        /// Whether Secrets Manager generates the text. Default: true. If false, a random text stands in until somebody puts the real
        /// one in (<c>aws secretsmanager put-secret-value</c>): no secret ever stands in a template.
        /// </summary>
        public bool Generate { get; set; } = true;
    }
}

namespace ArchDsl.Model
{
    /// <summary>A secret in AWS Secrets Manager.</summary>
    public sealed record Secret : Component
    {
        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>Whether the text is generated for good, or stands in for one that people supply.</summary>
        public required bool Generate { get; init; }

        /// <inheritdoc/>
        public override string KindName => "secret";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.Other;

        /// <inheritdoc/>
        public override string Encryption => "at rest with the key aws/secretsmanager; TLS alone in transit";
    }

    /// <summary>AWS Secrets Manager.</summary>
    internal sealed class SecretKind : Kind<SecretAttribute, Secret>
    {
        public override bool Networked => false;

        public override IReadOnlyList<Type> Modifiers => [typeof(RemovalAttribute)];

        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
        public override IReadOnlyList<string> Replacing => [nameof(Model.Secret.Name)];

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Arn, ArchDsl.Value.Name];

        protected override Secret Lower(Written<SecretAttribute> written, ComponentContext context) => new()
        {
            Path = context.Node.Path,
            Origin = written.Origin,
            Placement = null,
            Hooked = context.Hooked,
            Removal = context.Removal(Removal.Destroy),
            Name = written.Attribute.Name,
            Generate = written.Attribute.Generate,
        };

        protected override bool UsedBy(Component user, Secret target, Written<UsesAttribute> edge, LoweringContext context)
        {
            context.GrantSecret(user, Principal.Runtime, target, edge.Origin);
            context.Edges.Add(new Edge(user.Path, target.Path, null, edge.Origin));
            if (user.TakesEnvironment)
            {
                context.Inject(user, edge.Attribute.Env ?? VariableName.Of(target.Path, "SECRET_ARN"), new ComponentValue(target.Path, ArchDsl.Value.Arn), edge.Origin);
            }

            return true;
        }

        // Without a value of its own Secrets Manager generates one: that serves both cases.
        protected override void Emit(Secret s, CdkScope cdk) => cdk.Property(
            "Secret",
            "AWS.SecretsManager.Secret",
            new Props("AWS.SecretsManager.SecretProps")
            {
                { "SecretName", s.Name is null ? null : CdkValue.Name(s.Name) },
                { "Description", s.Generate ? null : CdkValue.Text("Supplied by people: put the value in after the first deployment.") },
                { "RemovalPolicy", CdkScope.Removal(s) },
            },
            "The secret.");

        protected override CdkValue? Value(Secret s, Value value, CdkScope cdk) => value switch
        {
            ArchDsl.Value.Arn => CdkValue.Code(cdk.Member(s.Path, "Secret") + ".SecretArn"),
            ArchDsl.Value.Name => CdkValue.Code(cdk.Member(s.Path, "Secret") + ".SecretName"),
            _ => null,
        };

        protected override string Arn(Secret s, ResourcePart part, CdkScope cdk) => cdk.Member(s.Path, "Secret") + ".SecretArn";

        protected override string Secret(Secret s, CdkScope cdk) => cdk.Member(s.Path, "Secret");

        protected override IEnumerable<Usage> Usages(Secret s, ArchitectureTopology topology) => Usage.Secret;

        protected override string Describe(Secret s) => $"secret{(s.Name is null ? "" : " " + s.Name)}{(s.Generate ? "" : ", supplied by people")}";
    }
}
