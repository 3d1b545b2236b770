namespace Fabrikam.Crm.Domain;

/// <summary>What became of one campaign for one person. It keeps no address: the contact has it.</summary>
public sealed class Delivery
{
    public int Id { get; init; }

    public required int Run { get; init; }

    public required int ContactId { get; init; }

    /// <summary>Null when it was sent; else why not, which never holds what was refused.</summary>
    public string? Refused { get; init; }
}
