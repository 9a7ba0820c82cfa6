namespace ArchDsl
{
    using ArchDsl.Model;

    /// <summary>The common part of <see cref="RoutesToAttribute{T}"/>.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public abstract class RoutesToAttribute : ModifierAttribute
    {
        private protected RoutesToAttribute()
        {
        }

        /// <summary>
        /// The name of the target group, 32 letters, digits and hyphens at most
        /// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html">AWS</see>).
        /// Default: CloudFormation chooses one.
        /// </summary>
        public string? Name { get; set; }

        /// <summary>The port of the target, 1 to 65535. Default: the one on which the target listens.</summary>
        public int Port { get; set; }

        /// <summary>
        /// The path that the health check asks for: a slash, then printable characters, 1024 in all
        /// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html">AWS</see>).
        /// Default: <c>/</c>.
        /// </summary>
        public string HealthCheckPath { get; set; } = "/";

        /// <summary>
        /// The time between two health checks, 5 to 300 seconds
        /// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">AWS</see>).
        /// Default: 30.
        /// </summary>
        public int IntervalSeconds { get; set; } = 30;

        /// <summary>
        /// The time after which a health check has failed, 2 to 120 seconds and below the interval
        /// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">AWS</see>).
        /// Default: 5.
        /// </summary>
        public int TimeoutSeconds { get; set; } = 5;

        /// <summary>
        /// The number of successes in a row that make a target healthy, 2 to 10
        /// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">AWS</see>).
        /// Default: 5.
        /// </summary>
        public int HealthyThreshold { get; set; } = 5;

        /// <summary>
        /// The number of failures in a row that make a target unhealthy, 2 to 10
        /// (<see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">AWS</see>).
        /// Default: 2.
        /// </summary>
        public int UnhealthyThreshold { get; set; } = 2;
    }

    /// <summary>Makes a load balancer pass its requests on to a component.</summary>
    /// <remarks>
    /// The ranges of the health check are those of
    /// <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">Elastic Load Balancing</see>.
    /// </remarks>
    /// <typeparam name="T">The component that answers.</typeparam>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class RoutesToAttribute<T> : RoutesToAttribute;
}

namespace ArchDsl.Model
{
    /// <summary>Lowers <c>[RoutesTo&lt;T&gt;]</c>.</summary>
    internal sealed class RoutesTo : EdgeKind<RoutesToAttribute>
    {
        protected override void Lower(Component source, Node node, Written<RoutesToAttribute> written, LoweringContext context)
        {
            if (context.Target(written) is not { } target)
            {
                return;
            }

            RoutesToAttribute route = written.Attribute;
            CheckHealth(written, context);
            if (target.TargetPort is not { } targetPort)
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{context.Describe(target)}, which answers no requests of a load balancer; point it at a class with [Fargate] or [Ec2]");
                return;
            }

            if (context.TargetGroups.FirstOrDefault(t => t.LoadBalancer == source.Path) is { } other)
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{context.NameOf(source.Path)} passes its requests on to {context.NameOf(other.Target)} already; keep one of them");
                return;
            }

            if (source is ApplicationLoadBalancer balancer && balancer.Listeners.All(static l => l.RedirectToHttps))
            {
                // A listener that redirects to none, and one that cannot be made, are findings of their own.
                if (balancer.ListenerOrigin is null)
                {
                    context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{node.Name} has no listener that passes requests on; add an [HttpListener] or [HttpsListener<T>]");
                }

                return;
            }

            int port = route.Port == 0 ? targetPort : route.Port;
            if (port is < 1 or > 65535 || target is FargateService && port != targetPort)
            {
                context.Report<RefusedValue>(written.At("Port"), $"{port}", $"{context.NameOf(target.Path)} listens on {targetPort}; leave Port out, or change it there");
                return;
            }

            if (!context.Allow(source, target, PortRange.Tcp(port), written.Origin, "Requests"))
            {
                return;
            }

            context.Edges.Add(new Edge(source.Path, target.Path, PortRange.Tcp(port), written.Origin));
            context.TargetGroups.Add(new TargetGroup
            {
                LoadBalancer = source.Path,
                Target = target.Path,
                Origin = written.Origin,
                Port = port,
                Name = route.Name,
                HealthCheck = new HealthCheck(route.HealthCheckPath, route.IntervalSeconds, route.TimeoutSeconds, route.HealthyThreshold, route.UnhealthyThreshold),
            });
        }

        private static void CheckHealth(Written<RoutesToAttribute> written, LoweringContext context)
        {
            RoutesToAttribute route = written.Attribute;
            context.CheckRange(written, nameof(route.IntervalSeconds), route.IntervalSeconds, 5, 300, "the time between two health checks in seconds");
            context.CheckRange(written, nameof(route.TimeoutSeconds), route.TimeoutSeconds, 2, 120, "the time-out of a health check in seconds");
            context.CheckRange(written, nameof(route.HealthyThreshold), route.HealthyThreshold, 2, 10, "the number of successes");
            context.CheckRange(written, nameof(route.UnhealthyThreshold), route.UnhealthyThreshold, 2, 10, "the number of failures");
            if (route.TimeoutSeconds >= route.IntervalSeconds && route is { IntervalSeconds: >= 5 and <= 300, TimeoutSeconds: >= 2 and <= 120 })
            {
                context.Report<CannotWork>(
                    written.At(nameof(route.TimeoutSeconds), nameof(route.IntervalSeconds)),
                    $"{written.Declaration.DisplayName}",
                    $"a health check times out after {route.TimeoutSeconds} seconds, and the next one begins after {route.IntervalSeconds}; set TimeoutSeconds below IntervalSeconds");
            }
        }
    }
}
