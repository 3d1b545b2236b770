namespace Fabrikam.Crm.Services;

public sealed record OutboxRun(int Sent, int Refused);
