namespace Ethics.Crm.FlowAnalysis.Findings;

/// <summary>Why a method is not followed through.</summary>
internal enum GivenUp
{
    /// <summary>It alone has taken more than one method may.</summary>
    TooMuchWork,

    /// <summary>The methods before it have taken all that following values may take in one project.</summary>
    NothingLeft,

    /// <summary>Its expressions lie in each other so deeply that the stack of the thread does not hold them.</summary>
    TooDeep,
}
