namespace ArchDsl
{
    using ArchDsl.Model;

    /// <summary>The common part of <see cref="AccessLogsAttribute{T}"/>.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public abstract class AccessLogsAttribute : ModifierAttribute
    {
        private protected AccessLogsAttribute()
        {
        }

        /// <summary>
        /// The folder of the logs in the bucket, without a slash at its ends. Default: the path of the class, for example
        /// <c>Public/LoadBalancer</c>.
        /// </summary>
        public string? Prefix { get; set; }
    }

    /// <summary>Keeps a log of every request to a load balancer or a bucket, in another bucket, which AWS may then write to.</summary>
    /// <typeparam name="T">A class with <see cref="S3Attribute"/>.</typeparam>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class AccessLogsAttribute<T> : AccessLogsAttribute;
}

namespace ArchDsl.Model
{
    /// <summary>A log of the requests to a component.</summary>
    /// <param name="Source">The load balancer or bucket.</param>
    /// <param name="Bucket">The bucket that takes the log.</param>
    /// <param name="Prefix">The folder in it; empty for none.</param>
    /// <param name="Origin">The attribute.</param>
    public sealed record AccessLogs(NodePath Source, NodePath Bucket, string Prefix, Origin Origin);

    /// <summary>Lowers <c>[AccessLogs&lt;T&gt;]</c>.</summary>
    internal sealed class AccessLogsEdge : EdgeKind<AccessLogsAttribute>
    {
        // The folder that Elastic Load Balancing makes itself:
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
        private const string FolderOfAws = "AWSLogs";

        protected override void Lower(Component source, Node node, Written<AccessLogsAttribute> written, LoweringContext context)
        {
            if (context.Target(written) is not { } target)
            {
                return;
            }

            if (target is not Bucket)
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{context.Describe(target)}, not a bucket; point it at a class with [S3]");
                return;
            }

            if (context.AccessLogs.FirstOrDefault(logs => logs.Source == source.Path) is { } other)
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"the log of {context.NameOf(source.Path)} goes to {context.NameOf(other.Bucket)} already; keep one of them");
                return;
            }

            // Each delivery is a request that is logged in its turn, without end; nor could CloudFormation make either bucket first.
            if (LeadsTo(source.Path, target.Path, context))
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{context.NameOf(source.Path)} would log the delivery of its own log; let another bucket take it");
                return;
            }

            string prefix = written.Attribute.Prefix ?? source.Path.Value.Replace('.', '/');
            if (prefix.StartsWith("/", StringComparison.Ordinal) || prefix.EndsWith("/", StringComparison.Ordinal) || prefix.Contains(FolderOfAws))
            {
                context.Report<RefusedValue>(written.At(nameof(written.Attribute.Prefix)), prefix, $"the folder of a log has no slash at its ends, nor {FolderOfAws} in its name");
                return;
            }

            context.AccessLogs.Add(new AccessLogs(source.Path, target.Path, prefix, written.Origin));
        }

        private static bool LeadsTo(NodePath source, NodePath bucket, LoweringContext context)
        {
            for (NodePath? next = bucket; next is not null; next = context.AccessLogs.FirstOrDefault(logs => logs.Source == next)?.Bucket)
            {
                if (next == source)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
