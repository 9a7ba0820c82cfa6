using ArchDsl;

namespace Case;

[Architecture("watched")]
[Vpc]
[HostedZone("example.com")]
public partial class Watched
{
    [Certificate("shop.example.com")]
    public partial class Tls;

    [S3]
    [AccessLogs<Logs>]
    public partial class Invoices;

    [S3]
    [AccessLogs<Logs>(Prefix = "the/photos")]
    public partial class Photos;

    [S3("watched-logs-${AWS::AccountId}", Versioned = false)]
    [AccessLogs<LogsOfLogs>(Prefix = "")]
    public partial class Logs;

    [S3]
    public partial class LogsOfLogs;

    [Topic(Encrypted = true)]
    public partial class Alerts;

    [PublicSubnet]
    public partial class Edge
    {
        [Alb]
        [HttpsListener<Tls>]
        [RoutesTo<Api>]
        [Dns("shop.example.com")]
        [AccessLogs<Logs>]
        public partial class LoadBalancer;

        [Alb]
        [HttpsListener<Tls>]
        [RoutesTo<Host>]
        [AccessLogs<Logs>(Prefix = "")]
        public partial class Other;

        [Fargate(Image = "public.ecr.aws/docker/library/nginx:1.27", DesiredCount = 2)]
        [Uses<Alerts>]
        [Uses<Invoices>(Access.ReadWrite)]
        [Alarm<Alerts>(Metric.CpuUtilization)]
        public partial class Api;

        [Ec2("t3.small", DetailedMonitoring = true, TerminationProtection = true, MetadataHopLimit = 2)]
        public partial class Host;
    }
}
