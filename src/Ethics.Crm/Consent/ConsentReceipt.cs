namespace Ethics.Crm;

/// <summary>A receipt of consent for one person and one purpose. Its JSON names the person: hand it to that person and to nobody else.</summary>
public sealed class ConsentReceipt
{
    private readonly string _json;

    internal ConsentReceipt(string id, string purpose, ConsentState state, DateTimeOffset at, string json)
    {
        Id = id;
        Purpose = purpose;
        State = state;
        At = at;
        _json = json;
    }

    /// <summary>Tells this receipt from every other.</summary>
    public string Id { get; }

    /// <summary>The purpose.</summary>
    public string Purpose { get; }

    /// <summary>What holds at <see cref="At"/>.</summary>
    public ConsentState State { get; }

    /// <summary>When it was issued, in UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The receipt in the structure of ISO/IEC TS 27560:2023, valid by <c>schema/consent-receipt.schema.json</c> of the package.</summary>
    public string ToJson() => _json;

    /// <summary>Names only: whose receipt it is stays out of logs.</summary>
    public override string ToString() => $"Receipt for {Purpose}: {State}";
}
