namespace Fabrikam.Crm.Domain;

/// <summary>What is sent to everybody who may get it. Its purpose is a row's, so only the running program can judge it.</summary>
public sealed class Campaign
{
    public required int Id { get; init; }

    public required string Subject { get; init; }

    public required string Purpose { get; init; }

    public required Channel Channel { get; init; }
}
