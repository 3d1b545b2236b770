namespace PurposeBench;

/// <summary>
/// Where a case shows that its code has a value in hand while it works for a purpose. Each method stands for one purpose, so that an analyzer that knows sinks
/// but no purposes can be told which ones are wrong.
/// </summary>
public static class Use
{
    public static void Support(object? value) => Recorder.Record("support", value);

    public static void Billing(object? value) => Recorder.Record("billing", value);

    public static void Newsletter(object? value) => Recorder.Record("newsletter", value);

    public static void Marketing(object? value) => Recorder.Record("marketing", value);

    public static void MarketingEmail(object? value) => Recorder.Record("marketing.email", value);

    public static void Analytics(object? value) => Recorder.Record("analytics", value);

    public static void Research(object? value) => Recorder.Record("research", value);

    public static void Care(object? value) => Recorder.Record("care", value);

    /// <summary>What a decision about somebody came to.</summary>
    public static void CreditOffer(object? outcome) => Recorder.Record("credit-offer", outcome);

    /// <summary>What a labelled or unlabelled member holds at the end, for copies between members.</summary>
    public static void Stored(string member, object? value) => Recorder.Record("stored:" + member, value);
}
