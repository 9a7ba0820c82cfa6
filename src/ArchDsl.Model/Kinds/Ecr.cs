namespace ArchDsl
{
    using ArchDsl.Model;

    /// <summary>A repository of container images in Amazon ECR, retained with its images.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class EcrAttribute : ArchDslAttribute
    {
        /// <summary>A repository that CloudFormation names.</summary>
        public EcrAttribute()
        {
        }

        /// <summary>A repository with a name of its own.</summary>
        /// <param name="name">
        /// 2 to 256 lower-case letters, digits and <c>._-/</c>
        /// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html">AWS</see>).
        /// </param>
        public EcrAttribute(string name) => Name = name;

        /// <summary>The repository's name. Default: CloudFormation chooses one.</summary>
        public string? Name { get; }

        /// <summary>Whether every image is scanned for known vulnerabilities when it is pushed. Default: true.</summary>
        public bool ScanOnPush { get; set; } = true;

        /// <summary>Whether a tag, once pushed, stays what it is. Default: false, so that <c>latest</c> can move.</summary>
        public bool ImmutableTags { get; set; }
    }

    /// <summary>The common part of <see cref="ImageFromAttribute{T}"/>.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public abstract class ImageFromAttribute : ModifierAttribute
    {
        private protected ImageFromAttribute(string tag) => Tag = tag;

        /// <summary>The tag of the image.</summary>
        public string Tag { get; }
    }

    /// <summary>Takes the container image from a repository of the architecture, and lets the role that starts the task pull it.</summary>
    /// <typeparam name="T">A class with <see cref="EcrAttribute"/>.</typeparam>
    /// <param name="tag">
    /// The tag of the image, for example <c>latest</c>, 128 letters, digits and <c>._-</c> at most, or its digest; 300 characters in all
    /// (<see href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageIdentifier.html">AWS</see>).
    /// </param>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class ImageFromAttribute<T>(string tag) : ImageFromAttribute(tag);
}

namespace ArchDsl.Model
{
    /// <summary>A repository of container images in Amazon ECR.</summary>
    public sealed record ImageRepository : Component
    {
        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>Whether images are scanned when they are pushed.</summary>
        public required bool ScanOnPush { get; init; }

        /// <summary>Whether tags stay what they are.</summary>
        public required bool ImmutableTags { get; init; }

        /// <inheritdoc/>
        public override string KindName => "image repository";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.Other;

        /// <inheritdoc/>
        public override string Encryption => "at rest with AES-256; TLS alone in transit";
    }

    /// <summary>Amazon ECR.</summary>
    internal sealed class Ecr : Kind<EcrAttribute, ImageRepository>
    {
        public override bool Networked => false;

        public override IReadOnlyList<Type> Modifiers => [typeof(RemovalAttribute)];

        public override Value? DefaultOutput => ArchDsl.Value.Url;

        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html
        public override IReadOnlyList<string> Replacing => [nameof(ImageRepository.Name)];

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Url, ArchDsl.Value.Name, ArchDsl.Value.Arn];

        protected override ImageRepository Lower(Written<EcrAttribute> written, ComponentContext context) => new()
        {
            Path = context.Node.Path,
            Origin = written.Origin,
            Placement = null,
            Hooked = context.Hooked,
            Removal = context.Removal(Removal.Retain),
            Name = written.Attribute.Name,
            ScanOnPush = written.Attribute.ScanOnPush,
            ImmutableTags = written.Attribute.ImmutableTags,
        };

        protected override void Emit(ImageRepository r, CdkScope cdk)
        {
            CdkValue repository = cdk.Property(
                "Repository",
                "AWS.ECR.Repository",
                new Props("AWS.ECR.RepositoryProps")
                {
                    { "RepositoryName", r.Name is null ? null : CdkValue.Name(r.Name) },
                    { "ImageScanOnPush", r.ScanOnPush },
                    { "ImageTagMutability", Cdk.Static("AWS.ECR.TagMutability." + (r.ImmutableTags ? "IMMUTABLE" : "MUTABLE")) },
                    { "RemovalPolicy", CdkScope.Removal(r) },
                },
                "The repository.");

            // The L2 construct leaves the default out of the template. A hook may have chosen a key.
            if (!r.Hooked)
            {
                cdk.Run(
                    CdkScope.Below(repository, "AWS.ECR.CfnRepository") + ".AddPropertyOverride",
                    CdkValue.Text("EncryptionConfiguration.EncryptionType"),
                    CdkValue.Text("AES256"));
            }
        }

        protected override CdkValue? Value(ImageRepository r, Value value, CdkScope cdk)
        {
            string repository = cdk.Member(r.Path, "Repository");
            return value switch
            {
                ArchDsl.Value.Url => CdkValue.Code(repository + ".RepositoryUri"),
                ArchDsl.Value.Name => CdkValue.Code(repository + ".RepositoryName"),
                ArchDsl.Value.Arn => CdkValue.Code(repository + ".RepositoryArn"),
                _ => null,
            };
        }

        protected override string Arn(ImageRepository r, ResourcePart part, CdkScope cdk) => cdk.Member(r.Path, "Repository") + ".RepositoryArn";

        protected override IEnumerable<Usage> Usages(ImageRepository r, ArchitectureTopology topology) =>
        [
            Usage.OnDemand("AmazonECR", "storage", "GB-month"),
        ];

        protected override string Describe(ImageRepository r) => $"image repository{(r.Name is null ? "" : " " + r.Name)}{(r.ScanOnPush ? ", scanned on push" : "")}";
    }

    /// <summary>Lowers <c>[ImageFrom&lt;T&gt;]</c>: the task's starter may pull from the repository.</summary>
    internal sealed class ImageFrom : EdgeKind<ImageFromAttribute>
    {
        protected override void Lower(Component source, Node node, Written<ImageFromAttribute> written, LoweringContext context)
        {
            if (context.Target(written) is not { } target)
            {
                return;
            }

            if (target is not ImageRepository)
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{context.Describe(target)}, not an image repository; point it at a class with [Ecr]");
                return;
            }

            context.Edges.Add(new Edge(source.Path, target.Path, null, written.Origin));
            AllowPull(source, new GrantResource(target.Path), written.Origin, context);
        }

        /// <summary>Lets the starter of a task pull from a repository.</summary>
        /// <param name="task">The task.</param>
        /// <param name="repository">The repository.</param>
        /// <param name="origin">The attribute that asks for it.</param>
        /// <param name="context">What is lowered.</param>
        /// <param name="isNear">Whether the repository stands in the region of the stack, where endpoints of the VPC lead to it.</param>
        public static void AllowPull(Component task, GrantResource repository, Origin origin, LoweringContext context, bool isNear = true)
        {
            context.Grant(task, Principal.Execution, ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], [repository], origin, isNear);

            // AWS knows no resource for the token:
            // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html
            context.Grant(task, Principal.Execution, ["ecr:GetAuthorizationToken"], [new GrantResource(null)], origin, isNear);
        }
    }

    /// <summary>Images in a private registry of Amazon ECR, named by their address.</summary>
    internal static class EcrImage
    {
        // https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
        private static readonly System.Text.RegularExpressions.Regex Address = new(
            "^([0-9]{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.aws)/([^:@]+)",
            System.Text.RegularExpressions.RegexOptions.CultureInvariant);

        /// <summary>The region of an image; null for an image of another registry.</summary>
        public static string? Region(string image) => Address.Match(image) is { Success: true } match ? match.Groups[2].Value : null;

        /// <summary>The ARN of the repository of an image; null for an image of another registry.</summary>
        public static string? Arn(string image) => Address.Match(image) is { Success: true } match
            ? $"arn:{Regions.Partition(match.Groups[2].Value)}:ecr:{match.Groups[2].Value}:{match.Groups[1].Value}:repository/{match.Groups[3].Value}"
            : null;
    }
}
