namespace Ethics.Crm.Policy;

/// <summary>A place in a policy file.</summary>
/// <param name="File">The path of the file, as it was given to the reader.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="EndLine">The line of the first character behind it.</param>
/// <param name="EndColumn">The column of the first character behind it.</param>
/// <param name="JsonPath">E.g. <c>$.purposes['credit-offer']</c>.</param>
public sealed record PolicyPosition(string File, int Line, int Column, int EndLine, int EndColumn, string JsonPath);
