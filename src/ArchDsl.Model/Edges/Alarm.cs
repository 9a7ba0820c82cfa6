namespace ArchDsl
{
    using ArchDsl.Model;

    /// <summary>The common part of <see cref="AlarmAttribute{T}"/>.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public abstract class AlarmAttribute : ModifierAttribute
    {
        private protected AlarmAttribute(Metric metric) => Metric = metric;

        /// <summary>What is measured.</summary>
        public Metric Metric { get; }

        /// <summary>
        /// The average of five minutes from which on the alarm goes off: above 0, and 100 per cent at most for a utilisation; for
        /// <see cref="Metric.TaskFailures"/> a number of tasks. Default: 80.
        /// </summary>
        public double Threshold { get; set; } = 80;

        /// <summary>
        /// The alarm's name, 255 characters at most
        /// (<see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">AWS</see>). Default:
        /// CloudFormation chooses one.
        /// </summary>
        public string? Name { get; set; }

        internal override string Identity => Metric.ToString();
    }

    /// <summary>An Amazon CloudWatch alarm on a component that notifies a topic.</summary>
    /// <typeparam name="T">A class with <see cref="TopicAttribute"/>.</typeparam>
    /// <param name="metric">What is measured.</param>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class AlarmAttribute<T>(Metric metric) : AlarmAttribute(metric);

    /// <summary>What an alarm measures.</summary>
    public enum Metric
    {
        /// <summary>The CPU utilisation in per cent of what is reserved.</summary>
        CpuUtilization,

        /// <summary>The memory utilisation in per cent of what is reserved.</summary>
        MemoryUtilization,

        /// <summary>How many of the desired tasks do not run. Needs Container Insights, which a cluster has by default.</summary>
        TaskFailures,
    }
}

namespace ArchDsl.Model
{
    /// <summary>Lowers <c>[Alarm&lt;T&gt;]</c>.</summary>
    internal sealed class AlarmEdge : EdgeKind<AlarmAttribute>
    {
        protected override void Lower(Component source, Node node, Written<AlarmAttribute> written, LoweringContext context)
        {
            if (context.Target(written) is not { } target)
            {
                return;
            }

            if (target is not Topic)
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{context.Describe(target)}, not a topic; point it at a class with [Topic]");
                return;
            }

            AlarmAttribute alarm = written.Attribute;
            if (Contradiction(alarm, source, context) is { } contradiction)
            {
                context.Report<CannotWork>(written.At(contradiction.Argument), context.NameOf(source.Path), contradiction.Reason);
            }

            context.Alarms.Add(new Alarm(source.Path, target.Path, alarm.Metric, alarm.Threshold, alarm.Name, written.Origin));
        }

        private static (string Argument, string Reason)? Contradiction(AlarmAttribute alarm, Component source, LoweringContext context) =>
            alarm.Threshold <= 0 ? (nameof(alarm.Threshold), "an alarm that goes off from 0 on always does; set Threshold above 0")
            : alarm.Metric != Metric.TaskFailures && alarm.Threshold > 100 ? (nameof(alarm.Threshold), "a utilisation never comes above 100 per cent, nor does the alarm go off; set Threshold to 100 at most")
            : alarm.Metric == Metric.TaskFailures && source is FargateService service && context.Clusters.Any(c => c.Path == service.Cluster && !c.ContainerInsights)
                ? (nameof(alarm.Metric), "its cluster counts no tasks; remove ContainerInsights = false from it")
            : null;
    }
}
