namespace ArchDsl.Model;

/// <summary>Writes the alarms of an ECS service.</summary>
internal static class ServiceAlarm
{
    private const string CloudWatch = "AWS.CloudWatch.";
    private const int PeriodSeconds = 300;

    public static void Emit(Alarm alarm, string cluster, string service, CdkScope cdk)
    {
        bool failures = alarm.Metric == Metric.TaskFailures;
        string metric = alarm.Metric == Metric.MemoryUtilization ? "MemoryUtilization" : "CPUUtilization";
        cdk.Make($"Alarm {alarm.Metric} {alarm.Topic}", CloudWatch + "CfnAlarm", new Props(CloudWatch + "CfnAlarmProps")
        {
            { "AlarmName", alarm.Name is null ? null : CdkValue.Name(alarm.Name) },
            { "ComparisonOperator", CdkValue.Text("GreaterThanOrEqualToThreshold") },
            { "Threshold", CdkValue.Number(alarm.Threshold) },
            { "EvaluationPeriods", 1 },
            { "Namespace", failures ? null : CdkValue.Text("AWS/ECS") },
            { "MetricName", failures ? null : CdkValue.Text(metric) },
            { "Dimensions", failures ? null : Dimensions(cluster, service) },
            { "Statistic", failures ? null : CdkValue.Text("Average") },
            { "Period", failures ? null : (CdkValue)PeriodSeconds },
            { "Metrics", failures ? Failures(cluster, service) : null },
            { "TreatMissingData", CdkValue.Text(failures ? "breaching" : "missing") },
            { "AlarmActions", CdkValue.List("string", [cdk.Value(alarm.Topic, Value.Arn)]) },
        });
    }

    // ECS counts no failures; the tasks that should run and do not are the difference of two of Container Insights' metrics:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html
    private static CdkValue Failures(string cluster, string service) => CdkValue.List("object",
    [
        new Props(CloudWatch + "CfnAlarm.MetricDataQueryProperty")
        {
            { "Id", CdkValue.Text("failures") },
            { "Label", CdkValue.Text("TaskFailures") },
            { "Expression", CdkValue.Text("desired - running") },
        },
        Count("desired", "DesiredTaskCount", cluster, service),
        Count("running", "RunningTaskCount", cluster, service),
    ]);

    private static CdkValue Count(string id, string metric, string cluster, string service) => new Props(CloudWatch + "CfnAlarm.MetricDataQueryProperty")
    {
        { "Id", CdkValue.Text(id) },
        { "ReturnData", false },
        { "MetricStat", new Props(CloudWatch + "CfnAlarm.MetricStatProperty")
            {
                { "Metric", new Props(CloudWatch + "CfnAlarm.MetricProperty")
                    {
                        { "Namespace", CdkValue.Text("ECS/ContainerInsights") },
                        { "MetricName", CdkValue.Text(metric) },
                        { "Dimensions", Dimensions(cluster, service) },
                    }
                },
                { "Period", PeriodSeconds },
                { "Stat", CdkValue.Text("Average") },
            }
        },
    };

    private static CdkValue Dimensions(string cluster, string service) => CdkValue.List("object",
    [
        new Props(CloudWatch + "CfnAlarm.DimensionProperty") { { "Name", CdkValue.Text("ClusterName") }, { "Value", CdkValue.Code(cluster) } },
        new Props(CloudWatch + "CfnAlarm.DimensionProperty") { { "Name", CdkValue.Text("ServiceName") }, { "Value", CdkValue.Code(service) } },
    ]);
}
